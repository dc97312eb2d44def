const ENTITY_REF = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/;

/** Whether what is in the field so far is a whole entity ref. */
export function isEntityRef(text: string): boolean {
  return ENTITY_REF.test(text);
}
