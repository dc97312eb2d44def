/** Somebody who may use a system beyond what the rule says of everybody. @public */
export interface NamedAccess {
  /** Entity ref of a staff member, or `account:<id>` for an account that needs none, such as an external's. */
  subject: string;
  /** Where this was decided: a link, or the id of a ticket. */
  ticket: string;
  /** When it ends, ISO 8601 in UTC. */
  until: string;
}

/**
 * Who may validly use a critical system. People who are named may in any
 * case, with any Gorgias role, until their date.
 *
 * @public
 */
export type AccessRuleSpec =
  | {
      /** Every current staff member. */
      type: 'all-staff';
      people?: NamedAccess[];
    }
  | {
      /** The members of any of these org roles, members of child groups included. */
      type: 'org-roles';
      /** Entity refs of catalog groups, and job titles as `title:<title>`. */
      orgRoles: string[];
      /** By org role: the Gorgias roles it may have, as Gorgias' API names them. Any, for one that is not here. */
      gorgiasRoles?: Record<string, string[]>;
      people?: NamedAccess[];
    }
  | {
      /** Nobody but those who are named. */
      type: 'named-people';
      people: NamedAccess[];
    };
