import { FileText, X } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { type Attached, urlOf } from "./attached";

interface AttachedListProps {
  attached: readonly Attached[];
  label: string;
  /** Absent: they are only looked at. */
  onRemove?: ((at: number) => void) | undefined;
  className?: string;
}

/** Images as small pictures, files by their names. */
export function AttachedList({ attached, label, onRemove, className }: AttachedListProps) {
  if (attached.length === 0) return null;
  return (
    <ul aria-label={label} className={cn("flex min-w-0 flex-wrap gap-2", className)}>
      {attached.map((each, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells two of the same name apart
          key={at}
          className="flex min-w-0 items-center gap-2 rounded-md border bg-card p-1 text-card-foreground"
        >
          <Look attached={each} />
          <span className={cn("max-w-40 truncate text-xs", onRemove ? "" : "pr-1.5")} title={each.name}>
            {each.name}
          </span>
          {onRemove ? (
            <IconButton icon={X} label={`Remove ${each.name}`} onClick={() => onRemove(at)} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Look({ attached }: { attached: Attached }) {
  if (attached.mimeType.startsWith("image/")) {
    // biome-ignore lint/performance/noImgElement: it is a data URL, which nothing can be gained on
    return <img src={urlOf(attached)} alt="" className="size-10 shrink-0 rounded-sm object-cover" />;
  }
  return (
    <span className="grid size-10 shrink-0 place-items-center rounded-sm bg-muted text-muted-foreground">
      <FileText aria-hidden className="size-5" />
    </span>
  );
}
