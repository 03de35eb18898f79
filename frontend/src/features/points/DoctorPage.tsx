import { useParams } from 'react-router';
import { DoctorFile } from './DoctorFile';

export function Component() {
  const { code = '' } = useParams();
  return <DoctorFile code={code} />;
}
