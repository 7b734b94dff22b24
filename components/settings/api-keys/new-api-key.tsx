"use client";

import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { ShownOnce } from "../shown-once";

interface NewApiKeyProps {
  apiKey: string;
  onDone: () => void;
}

export function NewApiKey({ apiKey, onDone }: NewApiKeyProps) {
  const command = [
    `curl ${location.origin}/api/v1/agents/ADDRESS/runs \\`,
    `  -H "Authorization: Bearer ${apiKey}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"message": "Hello"}'`,
  ].join("\n");
  return (
    <>
      <DialogBody>
        <ShownOnce label="API key" value={apiKey} />
        <div className="grid grid-cols-1 gap-1.5">
          <p className="text-muted-foreground text-sm">
            Call a published agent: put the agent’s address in place of ADDRESS.
          </p>
          <CodeBlock code={command} label="curl command" />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </DialogFooter>
    </>
  );
}
