package org.huiyin.city;

/**
 * One way into the demonstration, as {@code demo} prints it.
 *
 * @param as what this person is: {@code dispatcher, street}
 */
public record SignIn(String as, String login, String password, String name, String unit) {}
