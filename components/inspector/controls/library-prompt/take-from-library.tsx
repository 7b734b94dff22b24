import { BookOpenText } from "lucide-react";
import type { Json } from "@/workflows/graph/json";

interface TakeFromLibraryProps {
  /** Of the text that it would stand for. */
  label: string;
  /** The setting that then says which prompt. */
  name: string;
  onChange: (name: string, value: Json) => void;
}

/** Under a text that may as well come from the prompt library. */
export function TakeFromLibrary({ label, name, onChange }: TakeFromLibraryProps) {
  return (
    <button
      type="button"
      onClick={() => onChange(name, { prompt: "", name: "", variables: [] })}
      className="inline-flex min-h-7 items-center gap-1 justify-self-start rounded-sm text-muted-foreground text-xs underline-offset-2 hover:text-foreground hover:underline pointer-coarse:min-h-11"
    >
      <BookOpenText aria-hidden className="size-3.5" />
      Take it from the library
      <span className="sr-only">{`: ${label}`}</span>
    </button>
  );
}
