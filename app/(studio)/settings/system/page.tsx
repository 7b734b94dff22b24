import { SystemSettings } from "@/components/settings/system/system-settings";

export const metadata = { title: "System" };

export default function SystemSettingsPage() {
  return <SystemSettings />;
}
