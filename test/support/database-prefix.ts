/** With what the names of databases begin that tests make, and may be removed. */
export const databasePrefix = "maatwerkplaats_test_";
