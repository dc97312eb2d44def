/**
 * How we know that a person has left: a mark on the User entity, that it
 * vanished from the catalog, that the catalog calls it an orphan, or that an
 * admin said so.
 *
 * @public
 */
export type OffboardedGround = 'mark' | 'vanished' | 'orphaned' | 'manual';
