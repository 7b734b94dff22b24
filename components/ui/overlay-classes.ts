/** What lies between a dialog or sheet and the page under it. */
export const overlayClasses =
  "fade-in-0 fixed inset-0 z-40 animate-in bg-black/40 duration-150 dark:bg-black/60";
