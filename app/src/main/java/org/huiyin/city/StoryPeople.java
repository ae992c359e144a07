package org.huiyin.city;

import org.springframework.stereotype.Component;

/** What people do beside the matters. */
@Component
record StoryPeople(Supervising supervising, Calling calling, CourseDays course, DutyDays duty, RoundDays rounds) {}
