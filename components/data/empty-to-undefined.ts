/** For `setValueAs` of optional text fields: the contract knows a missing value, not an empty one. */
export function emptyToUndefined(value: unknown): unknown {
  return value === "" ? undefined : value;
}
