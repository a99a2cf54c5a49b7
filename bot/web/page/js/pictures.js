// A picture of a QR code: made small enough here, sent to be read, and kept nowhere.

const SIDE = 1600; // pixels of the longer side; a code on a receipt is read well below that
const TYPE = "image/jpeg";

export function watchPictures(button, input, look) {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const [file] = input.files;
    input.value = "";
    if (file) look(file);
  });
}

// Resolves with the server's word on it; rejects where it could not be brought there.
export async function sendPicture(file, event) {
  const body = await small(file);
  const answer = await fetch(`/chat/pictures?event=${event}`, {
    method: "POST",
    headers: { "Content-Type": body.type },
    body,
  });
  if (answer.status >= 500) throw new Error(`pictures: ${answer.status}`);
  return answer.json().catch(() => ({ kind: "refused", text: "" }));
}

// What the browser cannot open goes as it is: the server says what it thinks of it.
async function small(file) {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return await new Promise((made) => canvas.toBlob((blob) => made(blob ?? file), TYPE, 0.85));
  } catch {
    return file;
  }
}
