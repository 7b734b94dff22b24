import { typePath } from "./type-path";

/** Leads from the editor to the documentation of a node type, in a tab of its own: the canvas stays as it is. */
export function TypeLink({ type }: { type: string }) {
  return (
    <a
      href={typePath(type)}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center whitespace-nowrap text-foreground underline decoration-input underline-offset-2 hover:decoration-current pointer-coarse:min-h-11"
    >
      Documentation
      <span className="sr-only"> of this node type, in a new tab</span>
    </a>
  );
}
