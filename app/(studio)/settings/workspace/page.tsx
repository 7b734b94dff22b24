import { WorkspaceSettings } from "@/components/settings/workspace/workspace-settings";

export const metadata = { title: "Workspace" };

export default function WorkspaceSettingsPage() {
  return <WorkspaceSettings />;
}
