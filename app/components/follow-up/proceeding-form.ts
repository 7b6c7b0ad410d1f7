/** The rules of the forms of a proceeding, loaded when somebody begins to fill one in. */
export const fetchProceedingForm = () =>
  import("#app/schemas/proceeding.ts").then((module) => module.proceedingForm);
