import { OutgoingSettings } from "@/components/settings/outgoing/outgoing-settings";

export const metadata = { title: "Outgoing calls" };

export default function OutgoingSettingsPage() {
  return <OutgoingSettings />;
}
