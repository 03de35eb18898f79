import { PurposeDialog } from '../ui/Masked';
import { useDownload } from './download';

/** Asks what a paper is opened for, then saves it; the look is on record with its purpose. */
export function PurposeDownload({ address, onClose }: { address: string; onClose: () => void }) {
  const { download } = useDownload();
  return (
    <PurposeDialog
      onClose={onClose}
      onPurpose={async (purpose) => {
        const more = address.includes('?') ? '&' : '?';
        await download(`${address}${more}purpose=${encodeURIComponent(purpose)}`);
        onClose();
      }}
    />
  );
}
