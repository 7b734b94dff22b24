/** The box of everything that floats: menus, popovers, lists of options. */
export const floatingClasses =
  "fade-in-0 zoom-in-95 z-50 animate-in overflow-hidden rounded-lg border bg-popover text-popover-foreground shadow-float duration-150";

/** Dropdown and context menus are the same menu opened in two ways: they share these. */
export const menuClasses = {
  content: `${floatingClasses} min-w-44 max-w-[calc(100vw-1rem)] p-1`,
  item: "relative flex min-h-7 select-none items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-[disabled]:pointer-events-none data-[highlighted]:bg-accent data-[disabled]:opacity-50 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground",
  danger: "text-failed-ink [&_svg]:text-failed-ink",
  label: "px-2 py-1.5 text-muted-foreground text-xs",
  separator: "-mx-1 my-1 h-px bg-border",
  shortcut: "ml-auto pl-4 text-muted-foreground text-xs tabular-nums",
};
