package org.huiyin.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.huiyin.api.OpenPaths;
import org.huiyin.frame.ForbiddenPage;
import org.huiyin.frame.Problems;
import org.huiyin.key.KeyFilter;
import org.huiyin.key.KeyGate;
import org.huiyin.key.Limits;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** Which addresses are open to whom, and how people sign in. What a person may do to a matter is Reach's answer, not this class's. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {

    private static final String[] OPEN = {
        "/",
        "/raise/**",
        "/m/**",
        "/mail/stop/**",
        "/board/**",
        "/activities/**",
        "/activities.*",
        "/objections/**",
        "/search/**",
        "/sheets/board.*",
        "/sheets/answers.*",
        "/sheets/objections.*",
        "/sheets/open-instruments.*",
        "/sheets/rankings.*",
        "/sheets/search.*",
        "/sheets/samples.*",
        "/log/**",
        "/verify",
        "/map/**",
        "/privacy",
        "/problems/**",
        "/sign-in",
        "/register",
        "/registers",
        "/registers/*",
        "/places/**",
        "/developers",
        "/attachments/**",
        "/assets/**",
        "/sw.js",
        "/offline",
        "/_components",
        "/_map",
        "/webjars/**",
        "/_static/**",
        "/manifest.webmanifest",
        "/favicon.ico",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap-*.xml",
        "/error",
        "/actuator/health/**"
    };
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Open311: public but for what is posted, which shows its key in the form. No cookie means anything there. */
    @Bean
    @Order(0)
    SecurityFilterChain open311Security(HttpSecurity http) {
        return http.securityMatcher("/open311/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    /** The API: a session, HTTP Basic or a key; what a caller then may do, the endpoints decide by Reach. */
    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            RememberedGate gate,
            KeyFilter keys,
            Standing standing,
            SignInAnswers answers,
            ForbiddenPage forbidden) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OpenPaths.patterns())
                        .permitAll()
                        .requestMatchers("/api/v1/calendars/**", "/api/v1/limits/**")
                        .hasAuthority(Ticket.ADMIN)
                        .anyRequest()
                        .hasAuthority(Ticket.STAFF))
                .authenticationManager(new ProviderManager(gate))
                .httpBasic(basic -> basic.authenticationEntryPoint(answers)
                        .securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(answers).accessDeniedHandler(forbidden))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()).requireCsrfProtectionMatcher(WebSecurity::mayBeForged))
                .headers(headers -> headers.disable())
                .logout(logout -> logout.disable())
                .addFilterAfter(keys, BasicAuthenticationFilter.class)
                .addFilterBefore(new StillHere(standing), AuthorizationFilter.class)
                .build();
    }

    @Bean
    KeyFilter keyFilter(KeyGate gate, Limits limits, Problems problems) {
        return new KeyFilter(gate, limits, problems);
    }

    /** It stands in the chain of the API and nowhere else. */
    @Bean
    FilterRegistrationBean<KeyFilter> keysOnlyForPrograms(KeyFilter keys) {
        var registration = new FilterRegistrationBean<>(keys);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageSecurity(
            HttpSecurity http, SignInGate gate, Standing standing, SignInAnswers answers, ForbiddenPage forbidden) {
        return http.authorizeHttpRequests(
                        all -> all.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .requestMatchers("/admin/**")
                                .hasAuthority(Ticket.ADMIN)
                                .requestMatchers("/account/**", "/deputy", "/deputy/**", "/own")
                                .authenticated()
                                .anyRequest()
                                .hasAuthority(Ticket.STAFF))
                .authenticationManager(new ProviderManager(gate))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .successHandler(answers)
                        .failureHandler(answers))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(answers).accessDeniedHandler(forbidden))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/")
                        .deleteCookies("huiyin")
                        .addLogoutHandler(new LeftBehind()))
                // what ends mails is pressed by mail programs too, and shows its own secret
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()).ignoringRequestMatchers("/mail/stop/**"))
                .headers(headers -> headers.defaultsDisabled().httpStrictTransportSecurity(hsts -> {}))
                .addFilterBefore(new StillHere(standing), AuthorizationFilter.class)
                .build();
    }

    private static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("huiyin-form");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** Only a session travels by itself. A header that authorizes has to be put there, and without either there is nothing to misuse. */
    private static boolean mayBeForged(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        boolean put = authorization != null && authorization.matches("(?is)(basic|bearer) .*");
        return !READING.contains(request.getMethod()) && !put && request.getRequestedSessionId() != null;
    }
}
