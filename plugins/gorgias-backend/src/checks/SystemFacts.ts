import { SystemToJudge } from 'backstage-plugin-gorgias-checks';
import { Account } from '../accounts/account';
import { StoredException } from '../exceptions/ExceptionStore';
import { StaffMember } from '../staff/staffMember';

/** Everything that is known of a system when it is judged, as the stores have it. */
export interface SystemFacts extends SystemToJudge<StoredException> {
  accounts: Account[];
  staff: StaffMember[];
  orgRoles: string[];
  exceptions: StoredException[];
}
