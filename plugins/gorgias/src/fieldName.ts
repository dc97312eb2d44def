/** Turns the name of a field into words: `ownTwoFactor` into "Own two factor". */
export function fieldName(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\b(sso|mfa|id)\b/g, acronym => acronym.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
