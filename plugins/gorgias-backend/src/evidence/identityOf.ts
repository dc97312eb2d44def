import { GroundedIdentity } from 'backstage-plugin-gorgias-checks';
import { PopulationRow } from 'backstage-plugin-gorgias-evidence';

/** As whom somebody has an account, as evidence tells it. */
export function identityOf(
  identity: GroundedIdentity,
): PopulationRow['identity'] {
  switch (identity.type) {
    case 'staff-member':
      return {
        type: identity.type,
        staffRef: identity.staffRef,
        displayName: identity.displayName,
        staffState: identity.staffState,
      };
    case 'unidentified':
      return { type: identity.type };
    default:
      return {
        type: identity.type,
        owner: identity.owner,
        purpose: identity.purpose,
        reviewAt: identity.reviewAt,
      };
  }
}
