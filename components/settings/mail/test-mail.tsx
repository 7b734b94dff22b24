"use client";

import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { CardBody } from "@/components/ui/card";
import { errorMessage } from "@/components/ui/error-message";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { testMail } from "@/lib/api/contract/mail";

/** Sends a message by the saved server, and says what became of it. */
export function TestMail() {
  const { user } = useMe();
  const [to, setTo] = useState(user.email);
  const test = useCall(testMail, {
    onSuccess: () => toast.done("The mail server took the message"),
    onError: () => {},
  });
  return (
    <CardBody className="border-t">
      <Field label="Send a test message to" error={test.isError ? errorMessage(test.error) : undefined}>
        <Input value={to} autoComplete="off" onChange={(event) => setTo(event.target.value)} />
      </Field>
      <Button
        className="justify-self-start"
        busy={test.isPending}
        disabled={to.trim() === ""}
        onClick={() => test.mutate({ body: { to: to.trim() } })}
      >
        Send test message
      </Button>
    </CardBody>
  );
}
