/**
 * Vectors with as many digits as the single precision that models reckon in holds: written with all digits of a double
 * they would take twice the room in every checkpoint.
 */
export function shortNumbers(vectors: readonly (readonly number[])[]): number[][] {
  return vectors.map((vector) => vector.map((value) => Number(value.toPrecision(7))));
}
