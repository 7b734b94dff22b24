"use client";

import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ChoiceRow } from "@/components/ui/choice-row";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { getWorkspace, updateWorkspace } from "@/lib/api/contract/workspace";

/** Who may make an account without an invitation; in force at once. */
export function SignUpCard({ open }: { open: boolean }) {
  const mayChange = useMe().can("workspace.manage");
  const update = useCall(updateWorkspace, {
    refresh: [getWorkspace],
    onError: (error) => toast.failed("Sign-up could not be changed", error),
  });
  const shown = update.isPending ? (update.variables.body.signUpOpen ?? open) : open;
  return (
    <Card>
      <CardHeader title="Sign-up" />
      <CardBody>
        <ChoiceRow
          label="Let people create an account"
          help={
            shown
              ? "Anyone who can reach this server can join this workspace as a viewer."
              : "Closed: new people need an invitation."
          }
        >
          <Switch
            checked={shown}
            disabled={!mayChange}
            onCheckedChange={(signUpOpen) => update.mutate({ body: { signUpOpen } })}
          />
        </ChoiceRow>
      </CardBody>
    </Card>
  );
}
