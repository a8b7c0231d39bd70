package org.deskbell;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Singleton;
import jakarta.persistence.Entity;
import java.util.stream.Stream;
import org.deskbell.operations.Steady;

/** The rooms of the house and which may use which: {@code src/docs/architecture.md}. */
@AnalyzeClasses(packages = "org.deskbell", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchRule settingsUsesNoRoom = mayUse("settings");

    @ArchTest
    static final ArchRule storeKnowsNoContent = mayUse("store", "settings", "operations");

    @ArchTest
    static final ArchRule operationsKnowsNoOtherRoom = mayUse("operations", "settings");

    @ArchTest
    static final ArchRule busKnowsNoContent = mayUse("bus", "settings", "store", "operations");

    @ArchTest
    static final ArchRule siteStandsOnSettings = mayUse("site", "settings", "store", "bus");

    @ArchTest
    static final ArchRule staffStandsOnSettings = mayUse("staff", "settings", "store");

    @ArchTest
    static final ArchRule answersKnowWhoseTheyAre = mayUse("answers", "settings", "site", "staff", "label");

    @ArchTest
    static final ArchRule visitorKnowsSites = mayUse("visitor", "settings", "site");

    @ArchTest
    static final ArchRule labelKnowsNoConversation = mayUse("label", "settings");

    @ArchTest
    static final ArchRule conversationKnowsNoScreens =
            mayUse("conversation", "settings", "operations", "bus", "site", "staff", "visitor", "label");

    @ArchTest
    static final ArchRule presenceKnowsNoConnections =
            mayUse("presence", "settings", "bus", "site", "staff", "visitor");

    @ArchTest
    static final ArchRule routingDecides =
            mayUse("routing", "settings", "bus", "site", "staff", "visitor", "conversation", "presence");

    @ArchTest
    static final ArchRule assistKnowsNoConnections =
            mayUse("assist", "settings", "site", "staff", "visitor", "conversation");

    @ArchTest
    static final ArchRule attachmentKnowsNoRequests =
            mayUse("attachment", "settings", "operations", "site", "staff", "visitor", "conversation");

    @ArchTest
    static final ArchRule mailKnowsNoRequests =
            mayUse("mail", "settings", "operations", "site", "staff", "visitor", "conversation");

    @ArchTest
    static final ArchRule reminderKnowsNoRequests = mayUse(
            "reminder", "settings", "operations", "site", "staff", "conversation", "presence", "routing", "mail");

    @ArchTest
    static final ArchRule onlyMailKnowsMailServers = onlyIn("mail", "jakarta.mail..");

    @ArchTest
    static final ArchRule pushKnowsNoRequests =
            mayUse("push", "settings", "operations", "site", "staff", "visitor", "conversation", "presence", "routing");

    @ArchTest
    static final ArchRule onlyPushEncryptsForBrowsers = onlyIn("push", "com.zerodeplibs..");

    @ArchTest
    static final ArchRule protocolKnowsNothing = mayUse("protocol");

    @ArchTest
    static final ArchRule demoSeeds = mayUse(
            "demo",
            "settings",
            "store",
            "site",
            "staff",
            "label",
            "answers",
            "visitor",
            "conversation",
            "protocol",
            "routing",
            "presence");

    @ArchTest
    static final ArchRule consoleUsesNoEdge = noClasses()
            .that()
            .resideInAPackage("org.deskbell.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deskbell.socket..", "org.deskbell.rest..");

    @ArchTest
    static final ArchRule restDoesNotUseSockets = noClasses()
            .that()
            .resideInAPackage("org.deskbell.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.deskbell.socket..");

    @ArchTest
    static final ArchRule nobodyUsesAnEdge = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.deskbell.socket..", "org.deskbell.rest..", "org.deskbell.console..", "org.deskbell.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.deskbell.socket..", "org.deskbell.rest..", "org.deskbell.console..", "org.deskbell.demo..");

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("org.deskbell.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyBusKnowsRedis = onlyIn("bus", "io.lettuce..");

    @ArchTest
    static final ArchRule onlySocketKnowsWebSockets = onlyIn("socket", "jakarta.websocket..");

    @ArchTest
    static final ArchRule onlyConsoleKnowsFaces = onlyIn("console", "jakarta.faces..", "org.primefaces..");

    @ArchTest
    static final ArchRule onlyRestKnowsJaxRs = onlyIn("rest", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule singletonsRouteOrOpenTheStore = classes()
            .that()
            .areAnnotatedWith(Singleton.class)
            .should()
            .resideInAnyPackage("org.deskbell.routing", "org.deskbell.socket", "org.deskbell.store");

    @ArchTest
    static final ArchRule entitiesStayInTheirRoom =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule whatIsDoneAgainAndAgainGoesOnAfterAnError = noClasses()
            .that()
            .doNotBelongToAnyOf(Steady.class)
            .should()
            .callMethodWhere(target(nameMatching("scheduleWithFixedDelay|scheduleAtFixedRate")));

    private static ArchRule mayUse(String room, String... others) {
        String[] allowed = Stream.concat(Stream.of(room), Stream.of(others))
                .map(name -> "org.deskbell." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("org.deskbell." + room + "..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are in another room than " + String.join(", ", allowed),
                        type -> type.getPackageName().startsWith("org.deskbell.")
                                && Stream.of(allowed).noneMatch(name -> (type.getPackageName() + ".")
                                        .startsWith(name.substring(0, name.length() - 1)))))
                .allowEmptyShould(true);
    }

    private static ArchRule onlyIn(String room, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.deskbell." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
