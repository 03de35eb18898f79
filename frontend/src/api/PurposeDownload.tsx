import { PurposeDialog } from '../ui/Masked';
import { useDownload } from './download';

interface Props {
  address: string;
  /** What is asked for beside the purpose. */
  asked?: object;
  onClose: () => void;
}

/** Asks what a paper is opened for, then saves it; the look is on record with its purpose. */
export function PurposeDownload({ address, asked, onClose }: Props) {
  const { download } = useDownload();
  return (
    <PurposeDialog
      onClose={onClose}
      onPurpose={async (purpose) => {
        await download(address, { ...asked, purpose });
        onClose();
      }}
    />
  );
}
