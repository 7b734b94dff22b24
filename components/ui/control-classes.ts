/** What every box that takes text looks like. Height and padding belong to the control. */
export const controlClasses =
  "w-full min-w-0 rounded-md border border-input bg-card text-card-foreground text-sm transition-colors hover:border-muted-foreground/50 focus-visible:outline-offset-[-1px] disabled:cursor-not-allowed disabled:bg-muted disabled:text-muted-foreground aria-invalid:border-failed";
