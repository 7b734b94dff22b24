import { RetentionSettings } from "@/components/settings/retention/retention-settings";

export const metadata = { title: "Keeping data" };

export default function KeepingDataPage() {
  return <RetentionSettings />;
}
