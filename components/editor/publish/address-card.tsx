"use client";

import { ExternalLink } from "lucide-react";
import { useSaveOnLeave } from "@/components/inspector/agent/use-save-on-leave";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ChoiceRow } from "@/components/ui/choice-row";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { useAgent } from "../agent-context";
import { useEditor } from "../store/editor-context";
import { CallExample } from "./call-example";

const audiences = [
  { value: "workspace", label: "Members" },
  { value: "public", label: "Anyone with the link" },
] as const;

/** Where the agent is reached, and by whom. */
export function AddressCard() {
  const { agent, update } = useAgent();
  const readOnly = useEditor((state) => state.readOnly);
  const slug = useSaveOnLeave(agent.slug, (text) => update({ slug: text.trim() }), {
    required: "The address cannot be empty.",
  });
  const path = `/chat/${agent.slug}`;
  const set = (change: Parameters<typeof update>[0]) => {
    update(change).catch((error: unknown) => toast.failed("This could not be changed", error));
  };
  return (
    <Card>
      <CardHeader
        title="Address"
        description={
          agent.liveVersion === null
            ? "Nobody can reach this agent yet: publish it first."
            : `Version ${agent.liveVersion} answers at these addresses.`
        }
        actions={
          agent.liveVersion === null ? null : (
            <Button asChild>
              <a href={path} target="_blank" rel="noreferrer">
                <ExternalLink aria-hidden />
                Open chat page
              </a>
            </Button>
          )
        }
      />
      <CardBody>
        <Field
          label="Chat page"
          error={slug.error}
          help="Small letters, digits and -. Links to the old address stop working when you change it."
          aside={<CopyButton value={() => `${window.location.origin}${path}`} label="Copy link" />}
        >
          <Input {...slug.props} disabled={readOnly} className="font-mono text-xs" spellCheck={false} />
        </Field>
        <div className="grid justify-items-start gap-1.5">
          <p className="font-medium">Who may use it</p>
          {readOnly ? (
            <p>{audiences.find(({ value }) => value === agent.visibility)?.label}</p>
          ) : (
            <SegmentedControl
              label="Who may use it"
              options={audiences}
              value={agent.visibility}
              onValueChange={(visibility) => set({ visibility })}
            />
          )}
          <p className="text-muted-foreground text-xs">
            {agent.visibility === "public"
              ? "Everybody who knows the address, without signing in. Their use costs you tokens."
              : "People who are signed in to this workspace."}
          </p>
        </div>
        <ChoiceRow
          label="Ask what people think of the answers"
          help="Thumbs up and down beneath each answer of the chat page."
        >
          <Switch
            checked={agent.asksFeedback}
            disabled={readOnly}
            onCheckedChange={(asksFeedback) => set({ asksFeedback })}
          />
        </ChoiceRow>
        <CallExample />
      </CardBody>
    </Card>
  );
}
