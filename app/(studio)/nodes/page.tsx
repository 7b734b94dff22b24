import { TypeListScreen } from "@/components/node-types/type-list-screen";

export const metadata = { title: "Node types" };

export default function NodeTypesPage() {
  return <TypeListScreen />;
}
