import { Button } from "@/components/ui/button";

interface UnsetProps {
  /** What stands there then: Any tag. */
  label: string;
  shown: boolean;
  onUnset: () => void;
}

/** Takes one filter away, at the end of its label's line. */
export function Unset({ label, shown, onUnset }: UnsetProps) {
  if (!shown) return null;
  return (
    <Button variant="link" size="sm" className="font-normal text-muted-foreground" onClick={onUnset}>
      {label}
    </Button>
  );
}
