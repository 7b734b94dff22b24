const MOST_SHOWN = 99;

/** The amber count of what waits for a human. */
export function NavBadge({ waiting }: { waiting: number }) {
  if (waiting === 0) return null;
  return (
    <>
      <span
        aria-hidden
        className="absolute -top-2 left-2.5 inline-flex h-4 min-w-4 items-center justify-center rounded-full bg-waiting-ink px-1 font-semibold text-[0.625rem] text-background tabular-nums"
      >
        {waiting > MOST_SHOWN ? `${MOST_SHOWN}+` : waiting}
      </span>
      <span className="sr-only">{waiting} waiting, </span>
    </>
  );
}
