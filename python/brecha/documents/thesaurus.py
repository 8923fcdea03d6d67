"""Words that plans use for one another, by language: a row is a group whose members stand for each other in a search.

A member may have several words. General usage of plans for safety, tourism and ports; nothing of any one plan. What was found
through such a word counts a little less than the label's own.
"""

from __future__ import annotations

GROUPS: dict[str, str] = {
    "en": """
        tourist, visitor, guest, traveller, traveler, holidaymaker, passenger
        hotline, helpline, toll-free number, telephone line, emergency number
        information centre, visitor centre, information desk, information point, welcome centre, tourist office, information kiosk
        crisis, emergency, contingency
        spokesperson, speak for, speak to the press, spokesman
        press unit, media unit, media cell, press office, communications unit
        press release, holding statement, press statement, media statement
        database, directory, register, contact list
        budget reserve, contingency fund, reserve fund, emergency fund, reserve
        headquarters, seat, crisis room, operations room
        command centre, operations centre, control room, control centre, emergency operations centre
        call centre, telephone centre, dispatch centre
        trade, industry, operators, hoteliers
        figure, statistics, number, arrivals, count
        trained staff, trained personnel
        train, course, instruct, teach, capacity building
        needs assessment, diagnosis, gap analysis, baseline study
        risk assessment, risk analysis, vulnerability assessment, threat assessment, assessment of risks
        table-top exercise, tabletop, desktop exercise, simulation
        exercise, drill, simulation
        evaluate, lessons learned, debriefing, after action, review
        survey, poll, questionnaire, interviews
        site visit, inspection, field visit, visit
        audit, auditor
        webinar, online seminar, virtual session
        workshop, seminar, round table
        specialised course, specialist course, diploma
        preparatory meeting, kick-off meeting, first meeting, inception meeting
        victim, injured, harmed, offended
        assist, help, support, aid, look after
        translator, interpreter, interpretation, translation
        consulate, consul, embassy, consular, high commission
        accompany, companion, escort
        evidence, testimony, statement, deposition
        departure, depart, return home
        rights, entitlement
        lawyer, legal aid, legal services
        sexual violence, sexual assault, rape, sexual abuse
        trafficking, exploitation, forced labour
        child protection, protection of minors, protection of children, unaccompanied minor
        bomb threat, explosive threat
        suspicious item, suspicious object, unattended bag, unattended item, suspicious package
        armed attack, active shooter, shooter, gunman
        vehicle attack, hostile vehicle, ramming
        crowd crush, stampede, crushing
        evacuate, clear the building
        lockdown, shelter in place, invacuation
        lost person, missing person, lost child
        travel alert, travel advisory, travel warning, travel notice, advice to travellers
        advisory, warning, notice, travel advice
        hurricane, cyclone, tropical storm, storm
        flood, flash flood, inundation
        earthquake, tremor, seismic
        epidemic, outbreak, pandemic, communicable disease
        drowning, drown
        petty theft, pickpocketing, larceny, thefts, bag snatching
        gang, criminal group
        illegal, unlicensed, unauthorised, clandestine
        cyber attack, ransomware, hacking, computer attack
        terrorism, terrorist attack
        corruption, bribery
        unrest, riot, demonstration, protest
        cbrn, chemical biological radiological nuclear
        physical protection, bollards, barriers, fences, perimeter
        access control, control of entry, card reader, gates, key card
        screening, bag search, metal detector, x-ray
        crime prevention, prevention of crime, prevent crime
        public health, sanitation, epidemiological
        medical, hospital, clinic, ambulance, first aid
        crowd, mass gathering, large gathering, large event
        information sharing, exchange of information, sharing of data, share information, bulletin
        public information, leaflet, brochure, informing visitors, information to the public
        security awareness, awareness, sensitisation, campaign
        sustainability, sustainable, carrying capacity
        gender perspective, gender, women
        rental vehicle, rental car, rented car, hire car
        public transport, bus, minibus, taxi
        water rescue, lifeguard, rescue boat, sea rescue
        camera, cctv, video surveillance
        private guards, private security, security companies, security guards
        lifeguard, lifesaver
        community, residents, neighbourhood, neighbours, villagers
        private, trade association, business, chamber
        customs, excise
        migration, immigration, border
        partnership, public-private, alliance
        commission, board of inquiry
        crisis team, crisis committee, incident management team
        permanent, standing, continuous
        network, web of contacts
        letter of intent, declaration of intent
        memorandum, memorandum of understanding
        mutual assistance, mutual aid
        data sharing, sharing of data, exchange of data
        contact, contact person, point of contact, focal point
        lead, in charge, responsible for, heads
        valid, in force, applies, expires, horizon, period
        review, update, revise
        drafting, prepare, writing
        approve, adopt, endorse, sign
        meet, session, convene
        officer, constable, agent, personnel
        foreign language, languages, speak
        hospital admission, admitted, treated at the hospital
        crime data, police data, crime records, crime statistics
        indicator, target, measure success, progress
        law, act, statute, legislation
        guide, guideline, handbook
        manual, handbook, standing instructions
        decree, executive order
        treaty, convention
        standard, norm
        non-discrimination, equal treatment, without discrimination
        shared responsibility, shared duty, co-responsibility
        cooperation, working together, coordination
        accessibility, access for all, accessible, disability
        clarity, plain language, clear
        police, law enforcement
        resources, funds, budget, financing
        always open, twenty-four hours, 24 hours, round the clock, day and night
        crime against tourists, offences against visitors, visitors as victims, incidents involving visitors
        targeting by risk, risk-based, prioritised by risk, proportion
        operational coordination, joint operations, joint command, unified command, operational briefing
        crowd safety, crowd management, crowd control, capacity limit
        advisory levels, level of the advisory
        self-protection, own protection, personal safety
        good practice, best practice, lessons from others
        cultural awareness, intercultural, cultures
        confidential, privacy, personal data
        focal point, liaison, liaison officer
        spokesperson, authorised to speak, official voice
        money, funds, dollars
        image, reputation, good name
        deputy, alternate, substitute
        chair, preside, chairperson
        member, represented, seat
        security level, threat level, marsec
        restricted area, controlled area, secure zone
        ship, vessel
        port facility, terminal, quay, berth
        security officer, pfso, security manager
        declaration of security, dos
        lighting, lamps, illumination
        fence, perimeter, wall
        patrol, rounds, guard
        drill, practice alarm
        search, check, inspect
    """,
    "es": """
        turista, visitante, huésped, viajero, pasajero
        línea telefónica de ayuda, línea gratuita, número de emergencia, línea de atención, línea telefónica
        centro de información, módulo de información, punto de información, oficina de turismo, módulo de atención
        crisis, emergencia, contingencia
        vocero, portavoz, vocería
        unidad de prensa, oficina de prensa, gabinete de prensa, oficina de comunicación
        comunicado de prensa, boletín de prensa
        base de datos, directorio, registro
        reserva presupuestaria, fondo de contingencia, fondo de emergencia, partida de contingencia
        sede, sala de crisis, sala situacional
        centro de mando, centro de operaciones, puesto de mando, sala de control
        centro de llamadas, central telefónica
        sector, gremio, empresariado, operadores
        cifra, estadística, número, cantidad, ocupación
        personal capacitado, personal formado
        capacitar, formar, formación, curso, adiestramiento, entrenamiento
        evaluación de necesidades, diagnóstico, levantamiento de necesidades
        evaluación de riesgos, análisis de riesgos, matriz de riesgos, estudio de riesgos
        ejercicio de mesa, ejercicio de escritorio, simulación
        ejercicio, simulacro, práctica
        evaluar, lecciones aprendidas
        encuesta, sondeo, cuestionario
        visita técnica, inspección, recorrido
        auditoría, contraloría
        seminario web, webinario, sesión virtual
        taller, seminario, mesa de trabajo
        curso especializado, diplomado, especialización
        reunión preparatoria, reunión de inicio, primera reunión
        víctima, agraviado, afectado, ofendido
        asistir, atender, ayudar, apoyar, auxilio
        traductor, intérprete, interpretación, traducción
        consulado, cónsul, embajada, consular
        acompañar, acompañante
        prueba, testimonio, declaración, anticipada
        partida, regreso, volver a casa
        derechos, garantías
        jurídico, abogado, asesoría legal, legal
        salud, sanitario, médico
        violencia sexual, agresión sexual, abuso sexual, violación
        trata, explotación sexual
        niñez, menores, niños, adolescentes, infancia
        amenaza de bomba, artefacto explosivo, aviso de bomba
        objeto sospechoso, bulto, paquete sospechoso, objeto abandonado
        ataque armado, agresor armado, tirador activo
        ataque con vehículo, atropello, embestida
        aplastamiento de multitudes, estampida, avalancha humana
        evacuar, desalojo, desalojar
        confinamiento, resguardo en el interior
        extraviar, extravío, desaparecer, perdido
        alerta de viaje, aviso de viaje, recomendación de viaje, advertencia de viaje
        aviso, alerta, recomendación, advertencia
        huracán, ciclón, tormenta tropical
        inundación, desborde, crecida, anegamiento
        terremoto, sismo, temblor
        epidemia, brote, pandemia
        ahogamiento, ahogado, muerte por inmersión
        hurto, robo sin violencia, carterista, descuido
        pandilla, banda, mara
        ilegal, sin licencia, informal, clandestino, sin permiso
        ciberataque, ataque informático, secuestro de datos
        terrorismo, atentado
        corrupción, soborno, coima
        disturbios, protesta, manifestación
        protección física, bolardo, cerca, barrera, perímetro
        control de acceso, control de ingreso, credencial, acreditación
        inspección de personas y objetos, revisión de bolsos, detector de metales, arco detector
        prevención del delito, prevenir el delito, prevención situacional
        salud pública, sanitario
        atención médica, hospital, clínica, urgencias
        multitud, aforo, aglomeración, concurrencia, evento masivo
        intercambio de información, compartir información, boletín
        información al público, folleto, cartel, información al turista
        conciencia de seguridad, sensibilización, concientización, campaña
        sostenibilidad, sostenible, sustentable, capacidad de carga
        perspectiva de género, género, mujeres
        vehículo de alquiler, automóvil de alquiler, arrendadora, rentadora
        transporte público, bus, autobús, taxi
        rescate acuático, salvamento, guardavidas, salvavidas
        guardavidas, salvavidas, socorrista
        cámara, videovigilancia, circuito cerrado
        guardias privados, vigilancia privada, seguridad privada
        comunidad, vecinos, pobladores, juntas de vecinos, comunidades
        privado, gremio, cámara hotelera, empresarios
        aduana, aduanas
        migración, migraciones, extranjería
        asociación público-privada, alianza público-privada, alianza, asociación
        comisión, junta
        equipo de crisis, comité de crisis
        permanente, estable, continuo
        red, redes
        carta de intención, declaración de intención
        memorando, memorándum, memorando de entendimiento
        asistencia mutua, ayuda mutua
        intercambio de datos, compartir datos
        punto focal, enlace, contacto
        dirige, conduce, lidera, encabeza, a cargo
        válido, vigente, vigencia, horizonte, rige, vence
        revisar, actualizar, revisión, actualización
        redacción, elaboración, redactar
        aprobar, adoptar, sancionar
        reunirse, sesionar, sesión
        agente, efectivo, funcionario, policía
        idioma extranjero, idiomas, inglés, lengua
        ingreso hospitalario, hospitalizado, atendido en el hospital
        datos delictivos, estadística delictiva, registros policiales
        indicador, meta, medición, avance
        ley, legislación
        guía, cartilla, orientaciones
        manual, instructivo
        decreto, resolución
        tratado, convención, convenio internacional
        norma, estándar
        no discriminación, sin discriminación, trato igual
        responsabilidad compartida, corresponsabilidad
        cooperación, articulación, coordinación
        accesibilidad, accesible, discapacidad
        claridad, lenguaje llano, lenguaje claro
        adhesión, adherir, adhirió, adherirse
        recursos, presupuesto, financiamiento
        siempre abierto, veinticuatro horas, 24 horas, las 24 horas
        seguridad, protección
        delitos contra turistas, turistas víctimas, incidentes con turistas, denuncias de turistas, visitantes víctimas
        focalización según el riesgo, prioridad según riesgo, priorización, proporcionalidad
        coordinación operativa, operativo conjunto, operativos, mando conjunto
        seguridad de multitudes, control de aforo, gestión de multitudes, evento masivo, capacidad máxima
        autoprotección, autocuidado
        buenas prácticas, experiencias exitosas, lecciones de otros destinos
        conciencia cultural, interculturalidad, diversidad cultural
        confidencial, reserva, privacidad, datos personales
        cifras de turistas, ocupación hotelera, número de huéspedes, registro de huéspedes
        plan de crisis, plan de contingencia, plan de emergencia
        derecho, derechos
        personal, empleados, trabajadores
        dinero, fondos, partida
        imagen, reputación, prestigio
        suplente, alterno, sustituto
        preside, presidencia
        miembro, integrante, integrar
        nivel de protección, nivel de amenaza
        zona restringida, área controlada
        buque, nave, embarcación
        instalación portuaria, terminal, muelle
        oficial de protección, opip
        alumbrado, luminarias, iluminación
        valla, cerco, perímetro
        patrulla, ronda, patrullaje
        acompañamiento, promotor
        delito, delincuencia, criminalidad
        salud pública, autoridad sanitaria, vigilancia epidemiológica
        epidemia, enfermedad transmisible, intoxicación
        corrupción, soborno, coima
    """,
    "pt": """
        turista, visitante, hóspede, viajante, passageiro
        linha telefônica de ajuda, linha gratuita, disque, número de emergência, linha direta
        centro de informação, posto de informação, centro de atendimento ao turista
        crise, emergência, contingência
        porta-voz, porta-vozes
        assessoria de imprensa, unidade de imprensa, gabinete de imprensa
        comunicado de imprensa, nota à imprensa
        banco de dados, base de dados, cadastro
        reserva orçamentária, fundo de contingência, fundo de emergência
        centro de comando, centro de operações, posto de comando, centro de controle
        central de chamadas, centro de chamadas, call center
        capacitar, treinar, treinamento, formação, curso
        avaliação de riscos, análise de riscos, matriz de riscos
        avaliação de necessidades, diagnóstico
        exercício de mesa, exercício simulado, simulação
        exercício, simulado
        pesquisa, enquete, questionário
        visita técnica, inspeção, vistoria
        oficina, seminário
        vítima, ofendido, lesado
        assistir, atender, ajudar, apoiar
        tradutor, intérprete
        consulado, cônsul, embaixada
        violência sexual, agressão sexual, estupro, abuso sexual
        tráfico de pessoas, exploração sexual
        criança, menor, infância, adolescente
        ameaça de bomba, artefato explosivo
        objeto suspeito, pacote suspeito, objeto abandonado
        ataque armado, atirador ativo
        evacuar, retirada, desocupação
        alerta de viagem, aviso de viagem, recomendação de viagem
        furacão, ciclone, tempestade tropical
        inundação, enchente, alagamento
        terremoto, sismo, tremor
        epidemia, surto, pandemia
        afogamento, afogado
        furto, batedor de carteira
        gangue, quadrilha, facção
        ilegal, clandestino, sem licença
        ciberataque, ataque cibernético
        terrorismo, atentado
        controle de acesso, credencial
        saúde pública, vigilância sanitária
        atendimento médico, hospital, pronto-socorro
        multidão, aglomeração, público, lotação
        sustentabilidade, sustentável, capacidade de carga
        veículo de aluguel, carro alugado, locadora
        transporte público, ônibus, táxi
        resgate aquático, salva-vidas, guarda-vidas
        câmera, videomonitoramento
        segurança privada, vigilantes
        comunidade, moradores, vizinhos
        alfândega, aduana, receita federal
        migração, imigração, polícia de fronteira
        parceria público-privada, parceria
        permanente, contínuo
        carta de intenções, declaração de intenções
        ajuda mútua, assistência mútua
        ponto focal, contato
        vigente, vigência, válido
        revisar, atualizar, revisão
        agente, efetivo, policial
        indicador, meta
        responsabilidade compartilhada, corresponsabilidade
        recursos, orçamento, financiamento
        24 horas, vinte e quatro horas
        crimes contra turistas, turistas vítimas, ocorrências com turistas
        coordenação operacional, operação conjunta
        segurança de multidões, controle de público
        plano de crise, plano de contingência, plano de emergência
        nível de proteção, nível de ameaça
        navio, embarcação
        instalação portuária, terminal, cais
        iluminação, luminárias
        cerca, perímetro, muro
        patrulha, ronda, patrulhamento
    """,
    "fr": """
        touriste, visiteur, hôte, voyageur, passager, vacancier
        ligne d'assistance, numéro vert, numéro d'urgence, ligne téléphonique
        centre d'information, point d'information, office de tourisme
        crise, urgence, contingence
        porte-parole
        service de presse, cellule de presse, bureau de presse
        communiqué de presse, communiqué
        base de données, annuaire, répertoire
        réserve budgétaire, fonds d'urgence, fonds de réserve
        centre de commandement, centre opérationnel, poste de commandement, centre de contrôle
        centre d'appels, plateforme téléphonique
        former, formation, stage, cours
        évaluation des risques, analyse des risques
        évaluation des besoins, diagnostic, état des lieux
        exercice sur table, exercice d'état-major, simulation
        exercice, entraînement
        enquête, sondage, questionnaire
        visite de site, inspection, visite technique
        atelier, séminaire
        victime, lésé
        assister, aider, accompagner, soutenir
        traducteur, interprète
        consulat, consul, ambassade
        violence sexuelle, agression sexuelle, viol
        traite des personnes, traite, exploitation sexuelle
        enfant, mineur
        alerte à la bombe, menace d'explosif
        objet suspect, colis suspect, bagage abandonné
        attaque armée, tireur actif
        évacuer, évacuation
        avis aux voyageurs, conseil aux voyageurs, alerte de voyage
        ouragan, cyclone, tempête tropicale
        inondation, crue
        séisme, tremblement de terre
        épidémie, pandémie, flambée
        noyade, noyé
        vol, larcin, pickpocket
        gang, bande
        illégal, clandestin, sans licence
        cyberattaque, attaque informatique, rançongiciel
        terrorisme, attentat
        contrôle d'accès, badge
        santé publique, sanitaire
        soins médicaux, hôpital, clinique, urgences
        foule, rassemblement, affluence
        durabilité, durable, capacité de charge
        véhicule de location, voiture de location, loueur
        transport public, transports en commun, bus, taxi
        sauvetage en mer, sauveteur, maître-nageur
        caméra, vidéosurveillance
        sécurité privée, gardiennage, agents de sécurité
        communauté, habitants, riverains
        douane, douanes
        migration, immigration, police aux frontières
        partenariat public-privé, partenariat
        permanent, continu
        lettre d'intention, déclaration d'intention
        entraide, assistance mutuelle
        point focal, correspondant, personne de contact
        valable, en vigueur, validité
        réviser, mettre à jour, révision
        agent, effectif, policier
        indicateur, cible
        responsabilité partagée, coresponsabilité
        ressources, budget, financement
        24 heures, vingt-quatre heures, jour et nuit
        infractions contre les touristes, touristes victimes, incidents touristiques
        coordination opérationnelle, opération conjointe
        sécurité des foules, gestion des foules, jauge
        plan de crise, plan de contingence, plan d'urgence
        niveau de sûreté, niveau de menace
        navire, bateau
        installation portuaire, terminal, quai
        éclairage, lampadaires
        clôture, périmètre, enceinte
        patrouille, ronde
    """,
}
