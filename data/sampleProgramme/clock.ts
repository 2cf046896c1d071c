/** The moment at which the sample programme lives: late in programme year 2023, 02:00 in Los Angeles. */
export const clock = "2023-12-15T10:00:00Z";

/** The as-of date of a run at that moment, in the programme's zone. */
export const today = "2023-12-15";
