package io.coffer.journeys;

/** Nothing special. */
final class PlainCourse implements Twist {}
