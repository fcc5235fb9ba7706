export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".board");
  (root.board ??= new Board(root)).render(data);
}
