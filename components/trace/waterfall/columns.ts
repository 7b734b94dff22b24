/** Title, bar and figures of the axis and of every row, one under the other. */
export const columns =
  "grid grid-cols-[minmax(9rem,14rem)_1fr_auto] items-center gap-3 px-2 max-sm:grid-cols-[minmax(7rem,1fr)_minmax(3rem,1fr)_auto] max-sm:gap-2";
