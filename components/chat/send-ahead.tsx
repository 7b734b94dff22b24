import { Button } from "@/components/ui/button";

interface SendAheadProps {
  mayCutIn: boolean;
  onCutIn: () => void;
}

/** What becomes of a message that is sent while an answer is being made. */
export function SendAhead({ mayCutIn, onCutIn }: SendAheadProps) {
  return (
    <p className="flex flex-wrap items-center justify-end gap-x-3 text-muted-foreground text-xs">
      Sent after this answer
      {mayCutIn ? (
        <Button size="sm" variant="link" onClick={onCutIn}>
          Stop the answer and send now
        </Button>
      ) : null}
    </p>
  );
}
