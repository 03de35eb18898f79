import { DoctorList } from './DoctorList';

/** Doctors whose qualification is being restored. */
export function Component() {
  return <DoctorList restoring />;
}
