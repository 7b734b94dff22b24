import { cn } from "./cn";
import { CopyButton } from "./copy-button";

interface CodeBlockProps {
  code: string;
  /** Names the block for screen readers and its copy button: curl command. */
  label: string;
  /** Breaks long lines instead of scrolling sideways. */
  wrap?: boolean;
  className?: string;
}

/** Code to read and copy, without colours. To edit code use the code editor. */
export function CodeBlock({ code, label, wrap, className }: CodeBlockProps) {
  return (
    <figure aria-label={label} className={cn("group relative rounded-md border bg-muted", className)}>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        className={cn(
          "max-h-96 overflow-auto rounded-md px-3 py-2 pr-11 font-mono text-xs",
          wrap && "whitespace-pre-wrap break-words",
        )}
      >
        <code>{code}</code>
      </pre>
      <CopyButton value={code} label={`Copy ${label}`} className="absolute top-1 right-1 bg-muted" />
    </figure>
  );
}
