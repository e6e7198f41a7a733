import { Notice } from '#ui/Notice.tsx';

export function NoUtf8() {
  return (
    <Notice tone="warn" className="m-2 mb-0">
      These bytes are not all text: “&#xFFFD;” stands for what is no UTF-8.
    </Notice>
  );
}
