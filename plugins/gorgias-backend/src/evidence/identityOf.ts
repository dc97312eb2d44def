import { GroundedIdentity } from 'backstage-plugin-gorgias-checks';
import { PopulationRow } from 'backstage-plugin-gorgias-evidence';

/** As whom somebody has an account, as evidence tells it, in canonical order. */
export function identityOf(
  identity: GroundedIdentity,
): PopulationRow['identity'] {
  switch (identity.type) {
    case 'staff-member':
      return {
        displayName: identity.displayName,
        staffRef: identity.staffRef,
        staffState: identity.staffState,
        type: identity.type,
      };
    case 'unidentified':
      return { type: identity.type };
    default:
      return {
        owner: identity.owner,
        purpose: identity.purpose,
        reviewAt: identity.reviewAt,
        type: identity.type,
      };
  }
}
