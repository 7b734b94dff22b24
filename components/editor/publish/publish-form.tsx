"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { endpointKey } from "@/components/data/endpoint-key";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { errorMessage } from "@/components/ui/error-message";
import { Field, FieldError } from "@/components/ui/field";
import { plural } from "@/components/ui/format/count";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { call } from "@/lib/api/client/call";
import { listVersions, publishAgent } from "@/lib/api/contract/agents";
import type { Issue } from "@/workflows/graph/issue";
import { isError } from "@/workflows/graph/issue";
import { useAgent } from "../agent-context";
import { useBuild } from "../build-context";
import { IssueText, issueKey } from "../problems/issue-text";
import { useGoToIssue } from "../problems/use-go-to-issue";
import { useEditor, useEditorStore } from "../store/editor-context";
import { ChangesSinceLive } from "./changes-since-live";
import { PinsStay } from "./pins-stay";
import { notGreenOf, TestsNotGreen } from "./tests-not-green";

interface PublishFormProps {
  onPublished: (version: number) => void;
  onCancel: () => void;
}

/** Problems first: errors refuse publishing. Then what changed, and a note for the version list. */
export function PublishForm({ onPublished, onCancel }: PublishFormProps) {
  const { agent, refresh } = useAgent();
  const { autosave } = useBuild();
  const store = useEditorStore();
  const client = useQueryClient();
  const issues = useEditor((state) => state.issues);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const errors = issues.filter(isError);
  const warnings = issues.filter((issue) => !isError(issue));

  const refused = notGreenOf(problem);

  async function publish() {
    setBusy(true);
    setProblem(undefined);
    try {
      await autosave.flush();
      const { revision, save } = store.getState();
      if (save.kind !== "saved")
        throw new Error("The last changes are not saved yet. Save them, then publish.");
      const version = await call(publishAgent, { params: { id: agent.id }, body: { revision, note } });
      await Promise.all([refresh(), client.invalidateQueries({ queryKey: endpointKey(listVersions) })]);
      onPublished(version.number);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <DialogBody>
        {errors.length > 0 ? (
          <Notice
            tone="failed"
            title={`${plural(errors.length, "problem")} to fix before it can be published`}
          >
            <IssueList issues={errors} onGo={onCancel} />
          </Notice>
        ) : null}
        {warnings.length > 0 ? (
          <Notice tone="waiting" title={plural(warnings.length, "warning")}>
            <IssueList issues={warnings} onGo={onCancel} />
          </Notice>
        ) : null}
        <ChangesSinceLive />
        <PinsStay />
        <Field label="Note" optional help="What is different, for the version list.">
          <Textarea
            rows={2}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        {refused ? (
          <TestsNotGreen refused={refused} agentId={agent.id} onGo={onCancel} />
        ) : (
          <FieldError message={problem === undefined ? undefined : errorMessage(problem)} />
        )}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <Button variant="primary" busy={busy} disabled={errors.length > 0} onClick={() => void publish()}>
          Publish
        </Button>
      </DialogFooter>
    </>
  );
}

function IssueList({ issues, onGo }: { issues: readonly Issue[]; onGo: () => void }) {
  const goTo = useGoToIssue();
  return (
    <ul className="grid gap-1 pt-1">
      {issues.map((issue) => (
        <li key={issueKey(issue)}>
          <button
            type="button"
            className="rounded-sm text-left underline decoration-current/30 underline-offset-2 hover:decoration-current"
            onClick={() => {
              onGo();
              goTo(issue);
            }}
          >
            <IssueText issue={issue} />
          </button>
        </li>
      ))}
    </ul>
  );
}
