// Lines to put in order: a number that another line has goes over, and that line takes the number left free.
const swapPlaces = (list) => {
  const fields = [...list.querySelectorAll("select")];
  const held = new Map();
  const remember = () => fields.forEach((field) => held.set(field, field.value));
  list.addEventListener("change", ({ target }) => {
    const other = fields.find((field) => field !== target && field.value && field.value === target.value);
    if (other) other.value = held.get(target) ?? "";
    remember();
  });
  remember();
};
document.querySelectorAll("[data-places]").forEach(swapPlaces);
