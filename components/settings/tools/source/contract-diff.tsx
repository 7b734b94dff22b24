import { cn } from "@/components/ui/cn";
import { diffLines, type Shown } from "./diff-lines";

const signs = { kept: " ", added: "+", removed: "−" } as const;
const words = { kept: "", added: "Added: ", removed: "Removed: " } as const;

/** What of a tool is new and what is gone, line by line. */
export function ContractDiff({ before, after }: { before: Shown; after: Shown }) {
  const lines = diffLines(before, after);
  if (lines.length === 0) {
    return (
      <p className="text-muted-foreground text-xs">
        What models see is the same; how it is called at its source has changed.
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre tabIndex={0} className="max-h-72 overflow-auto rounded-md border bg-muted py-1.5 text-xs">
      {lines.map(({ kind, text }, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity beyond their place
          key={index}
          className={cn(
            "block whitespace-pre-wrap break-words px-2",
            kind === "added" && "bg-done-soft text-done-ink",
            kind === "removed" && "bg-failed-soft text-failed-ink",
          )}
        >
          <span className="sr-only">{words[kind]}</span>
          <span aria-hidden>{`${signs[kind]} `}</span>
          {text}
        </span>
      ))}
    </pre>
  );
}
