import { format } from "node:util";
import { afterEach, beforeEach, expect } from "vitest";

/** A warning of React or Node on the error stream is a bug: it fails the test in which it appears. */
let errors: string[] = [];

beforeEach(() => {
  errors = [];
  console.error = (...parts: unknown[]) => {
    errors.push(format(...parts));
  };
});

afterEach(() => {
  expect(errors).toEqual([]);
});
