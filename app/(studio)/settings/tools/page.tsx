import { ToolSettings } from "@/components/settings/tools/tool-settings";

export const metadata = { title: "Tools" };

export default function ToolSettingsPage() {
  return <ToolSettings />;
}
